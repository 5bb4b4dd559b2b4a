"use strict";

// Azurite looks through a whole partition for a row, and sorts all that a query may mean before it gives the first page of it. Here each partition is
// kept in the order of its keys, as Azure keeps it, so that a row or a range of rows is found by halving.

const rowsOf = new WeakMap();

module.exports = (Loki, store, queries) => {
  keepInOrder(Loki.Collection.prototype);
  findByKey(Loki.Collection.prototype);
  askOnePartition(store.prototype, queries);
};

// In memory only, and made when it is first asked for: what is saved and loaded is as Azurite has it.
function partitionsOf(collection) {
  let partitions = rowsOf.get(collection);
  if (!partitions) {
    partitions = new Map();
    for (const row of collection.data) {
      rowsIn(partitions, row.PartitionKey).push(row);
    }

    partitions.forEach((rows) => rows.sort((one, other) => (one.RowKey < other.RowKey ? -1 : 1)));
    rowsOf.set(collection, partitions);
  }

  return partitions;
}

function rowsIn(partitions, key) {
  let rows = partitions.get(key);
  if (!rows) {
    rows = [];
    partitions.set(key, rows);
  }

  return rows;
}

function keepInOrder(collection) {
  const { add, update, remove, removeBatch, removeDataOnly } = collection;
  collection.add = function (row) {
    const added = add.call(this, row);
    const rows = rowsOf.has(this) && rowsIn(rowsOf.get(this), row.PartitionKey);
    if (rows) {
      rows.splice(placeOf(rows, row.RowKey), 0, row);
    }

    return added;
  };

  // A merge puts another object in the place of the one that was there.
  collection.update = function (row) {
    const updated = update.call(this, row);
    const rows = rowsOf.get(this)?.get(row?.PartitionKey);
    if (rows) {
      rows[placeOf(rows, row.RowKey)] = this.get(row.$loki);
    }

    return updated;
  };
  collection.remove = function (row) {
    const removed = remove.call(this, row);
    const rows = rowsOf.get(this)?.get(row?.PartitionKey);
    if (rows) {
      const place = placeOf(rows, row.RowKey);
      rows.splice(place, rows[place]?.RowKey === row.RowKey ? 1 : 0);
    }

    return removed;
  };
  collection.removeBatch = function (rows) {
    rowsOf.delete(this);
    return removeBatch.call(this, rows);
  };
  collection.removeDataOnly = function () {
    rowsOf.delete(this);
    return removeDataOnly.call(this);
  };
}

function findByKey(collection) {
  const { findOne } = collection;
  collection.findOne = function (query) {
    if (typeof query?.PartitionKey !== "string" || typeof query.RowKey !== "string" || Object.keys(query).length !== 2) {
      return findOne.call(this, query);
    }

    const rows = partitionsOf(this).get(query.PartitionKey) ?? [];
    const row = rows[placeOf(rows, query.RowKey)];
    return row?.RowKey === query.RowKey ? row : null;
  };
}

function askOnePartition(store, queries) {
  const { queryTableEntities } = store;
  store.queryTableEntities = async function (context, account, table, options, nextPartitionKey, nextRowKey) {
    const partition = demandedPartition(options.filter);
    if (partition === undefined) {
      return queryTableEntities.call(this, context, account, table, options, nextPartitionKey, nextRowKey);
    }

    const rows = partitionsOf(this.getEntityCollection(account, table, context)).get(partition) ?? [];
    const range = rangeOf(options.filter);
    const fits = range ? range.isBehindStart : queries.generateQueryForPersistenceLayer(options, context);
    const most = this.getMaxResultsOption(options);
    const next = this.decodeContinuationHeader(nextRowKey) ?? "";
    const result = [];
    for (let place = placeOf(rows, next > (range?.from ?? "") ? next : range?.from ?? ""); place < rows.length && result.length <= most; place++) {
      if (range && !range.isBeforeEnd(rows[place])) {
        break;
      }

      if (fits(rows[place])) {
        result.push(rows[place]);
      }
    }

    const response = this.adjustQueryResultforTop(result, most);
    return [result, response.nextPartitionKeyResponse, response.nextRowKeyResponse];
  };
}

// "PartitionKey eq 'X' and (RowKey eq 'Y' or ...)": what stands in parentheses only narrows the question down.
function demandedPartition(filter = "") {
  let outermost = filter.replace(/'(?:[^']|'')*'/g, "''");
  while (/\([^()]*\)/.test(outermost)) {
    outermost = outermost.replace(/\([^()]*\)/g, "");
  }

  const demanded = /^PartitionKey eq '((?:[^']|'')*)'(?: and |$)/.exec(filter);
  return demanded && !/ or /i.test(outermost) ? demanded[1].replaceAll("''", "'") : undefined;
}

// "RowKey ge 'Y' and RowKey lt 'Z'" behind the partition, and nothing else.
function rangeOf(filter) {
  const asked = /^PartitionKey eq '(?:[^']|'')*'((?: and RowKey (?:gt|ge|lt|le) '(?:[^']|'')*')*)$/.exec(filter);
  if (!asked) {
    return undefined;
  }

  const bounds = [...asked[1].matchAll(/RowKey (gt|ge|lt|le) '((?:[^']|'')*)'/g)].map(([, how, key]) => ({ how, key: key.replaceAll("''", "'") }));
  const holds = { gt: (row, key) => row > key, ge: (row, key) => row >= key, lt: (row, key) => row < key, le: (row, key) => row <= key };
  const lower = bounds.filter(({ how }) => how.startsWith("g"));
  const upper = bounds.filter(({ how }) => how.startsWith("l"));
  return {
    from: lower.map(({ key }) => key).reduce((one, other) => (one > other ? one : other), ""),
    isBehindStart: (row) => lower.every(({ how, key }) => holds[how](row.RowKey, key)),
    isBeforeEnd: (row) => upper.every(({ how, key }) => holds[how](row.RowKey, key)),
  };
}

// Of the first row whose key is not smaller. Most rows of an orchestration's history are added at its end.
function placeOf(rows, key) {
  if (rows.length === 0 || rows.at(-1).RowKey < key) {
    return rows.length;
  }

  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle].RowKey < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }

  return low;
}
