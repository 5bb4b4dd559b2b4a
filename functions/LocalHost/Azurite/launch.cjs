"use strict";

// Runs Azurite for as long as the host lives, and as durably as its in-memory index allows.
// usage: node launch.cjs MAIN [AZURITE OPTION...]

const { spawn } = require("node:child_process");
const net = require("node:net");
const path = require("node:path");

const serve = "--serve";

if (process.argv[2] !== serve) {
  // A session of its own: what is sent to the host's process group (Ctrl+C, a kill of the group) must not cut Azurite off between two saves.
  spawn(process.execPath, [__filename, serve, ...process.argv.slice(2)], { detached: true, stdio: "inherit", windowsHide: true }).unref();
} else {
  const [main, ...options] = process.argv.slice(3);
  const load = (name) => require.resolve(name, { paths: [path.dirname(main)] });
  process.argv = [process.execPath, main, ...options];
  endWithTheHost(trackServers());
  const table = (name) => require(path.join(path.dirname(main), "table/persistence", name)).default;
  require("./tune-index.cjs")(require(load("lokijs")));
  require("./tune-tables.cjs")(require(load("lokijs")), table("LokiTableMetadataStore.js"), table("LokiTableStoreQueryGenerator.js"));
  if (process.env.AZURITE_ACCESS_LOG) {
    require("./access-log.cjs")(load("morgan"), process.env.AZURITE_ACCESS_LOG);
  }

  console.log(`pid ${process.pid}`);
  require(main);
}

// Azurite's ports are wishes: where one is taken, its service listens on any free one.
function trackServers() {
  const servers = new Set();
  const { listen } = net.Server.prototype;
  net.Server.prototype.listen = function (port, host, ...rest) {
    servers.add(this);
    const { emit } = this;
    this.emit = function (event, error, ...details) {
      if (event === "error" && error.code === "EADDRINUSE" && port !== 0) {
        this.emit = emit;
        listen.call(this, 0, host);
        return true;
      }

      return emit.call(this, event, error, ...details);
    };
    return listen.call(this, port, host, ...rest);
  };
  return servers;
}

// The host holds the other end of standard input. However it ends, the pipe closes, and Azurite saves and goes.
function endWithTheHost(servers) {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => {});
  }

  process.stdin.resume().on("end", () => {
    // Nobody is left to answer: open connections would only keep Azurite waiting.
    servers.forEach((server) => server.closeAllConnections?.());
    shutDown();
    setTimeout(() => process.exit(1), 10_000).unref();
  });

  // After a signal Azurite has saved and closed its servers; the host's pipe alone must not keep it.
  process.stdin.unref?.();
}

// Azurite listens to the message only after it has announced its services.
function shutDown() {
  if (process.listenerCount("message") > 0) {
    process.emit("message", "shutdown");
  } else {
    setTimeout(shutDown, 10);
  }
}
