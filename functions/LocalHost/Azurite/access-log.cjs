"use strict";

const fs = require("node:fs");

// Leads Azurite's access log into a file: one line for each request, when, to which service, what, answer, milliseconds.
// 2026-11-28T12:00:00.000Z 127.0.0.1:10000 GET /ksefinvoices/inbox?restype=container&comp=list 200 1.204
module.exports = (morganPath, file) => {
  const morgan = require(morganPath);
  const stream = fs.createWriteStream(file, { flags: "a", mode: 0o600 });

  // A signed address opens what it names for whoever reads it.
  morgan.token("address", (request) => (request.originalUrl || request.url).replace(/([?&]sig=)[^&]*/i, "$1-"));
  const log = () => morgan(":date[iso] :req[host] :method :address :status :response-time", { stream });
  require.cache[morganPath].exports = Object.assign(log, morgan);
};
