"use strict";

// Runs Azurite's blob service for as long as the host lives, and as durably as its in-memory index allows.
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
  process.argv = [process.execPath, main, ...options];
  endWithTheHost();
  require("./tune-index.cjs")(require(require.resolve("lokijs", { paths: [path.dirname(main)] })));
  console.log(`pid ${process.pid}`);
  require(main);
}

// The host holds the other end of standard input. However it ends, the pipe closes, and Azurite saves and goes.
function endWithTheHost() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => {});
  }

  const servers = new Set();
  const { listen } = net.Server.prototype;
  net.Server.prototype.listen = function (...address) {
    servers.add(this);
    return listen.apply(this, address);
  };

  process.stdin.resume().on("end", () => {
    // Nobody is left to answer: open connections would only keep Azurite waiting.
    servers.forEach((server) => server.closeAllConnections?.());
    process.emit("message", "shutdown");
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
