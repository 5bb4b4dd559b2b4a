"use strict";

// Azurite keeps its indexes of blobs, queues and tables in Loki, an in-memory database, in a way that fits some hundred blobs.
// These changes to Loki's methods make it fit some ten thousand, and keep little of it in memory only.

const shortestPauseBetweenSaves = 100;
const pausePerTimeSpentSaving = 20;
const mostRemovedOneByOne = 100;

module.exports = (Loki) => {
  saveSoon(Loki.prototype);
  indexWhatTellsMost(Loki.prototype);
  lookUpWhatTellsMostFirst(Loki.Resultset.prototype);
  removeWithoutSorting(Loki.Collection.prototype);
};

// Azurite saves every five seconds. Here: soon after a change, but never for more than about a twentieth of the time.
function saveSoon(database) {
  database.autosaveEnable = function () {
    const wait = (delay) => {
      this.autosaveHandle = setTimeout(saveIfChanged, delay).unref();
    };
    const saveIfChanged = () => {
      if (!this.autosaveDirty()) {
        wait(shortestPauseBetweenSaves);
        return;
      }

      const started = performance.now();
      this.saveDatabase(() => wait(Math.max(shortestPauseBetweenSaves, pausePerTimeSpentSaving * (performance.now() - started))));
    };
    this.autosave = true;
    wait(shortestPauseBetweenSaves);
  };
}

// Two accounts and a few containers: an index on them tells blobs apart hardly better than none, and costs time at every write. Rows of tables are found
// without any of these (tune-tables.cjs).
function indexWhatTellsMost(database) {
  const { addCollection } = database;
  database.addCollection = function (name, options) {
    const telling = options?.indices?.find?.(tellsMost);
    return addCollection.call(this, name, { ...options, indices: telling ? [telling] : options?.indices });
  };
}

// Loki narrows a search down in the order of its conditions; Azurite's begin with the account, which thousands share.
function lookUpWhatTellsMostFirst(resultset) {
  const { findAnd } = resultset;
  const rank = (condition) => Object.keys(condition).some((property) => tellsMost(property) && typeof condition[property] === "string");
  resultset.findAnd = resultset.$and = function (conditions) {
    return findAnd.call(this, [...conditions].sort((one, other) => rank(other) - rank(one)));
  };
}

function tellsMost(property) {
  return property === "name";
}

// Loki sorts its indices anew after a removal of several, and even of none: Azurite looks for expired messages at each request to a queue.
// After the removal of a single document it does not.
function removeWithoutSorting(collection) {
  const { findAndRemove, removeBatch } = collection;
  collection.removeBatch = function (documents) {
    if (documents.length > 0) {
      removeBatch.call(this, documents);
    }
  };
  collection.findAndRemove = function (query) {
    const found = this.find(query);
    if (found.length > mostRemovedOneByOne) {
      findAndRemove.call(this, query);
    } else {
      found.forEach((document) => this.remove(document));
    }
  };
}
