#!/usr/bin/env python3
"""Says which drops of a company are still open, by one read for each day. Standard library only.

    python3 open_drops.py 5265877635 2026-02-03 [2026-02-04 …] < names

Standard input has the names that were dropped into the inbox, one in each line, or their SHA-256, two spaces and the name, as sha256sum
prints it: where a name is used again, only the hash tells its contents apart. Days are those of the drops, in Poland.
KSEF_STORAGE is as for erp.py. Prints each name that has no result yet, and ends with 1 when there is one, else with 0.
"""

import json
import os
import sys

from erp import Storage


def settled(storage, nip, day):
    """One day's drops that have a result, by name and by hash and name. A day has further lists only beyond fifty thousand writes."""
    part = 1
    while True:
        content, _ = storage.get(f"outbox/{nip}/{day}.settled{'' if part == 1 else f'.{part}'}.jsonl")
        if content is None:
            return
        for line in content.splitlines():
            drop = json.loads(line)
            yield drop["name"]
            yield f"{drop['sha256']}  {drop['name']}"
        part += 1


def main(arguments):
    if len(arguments) < 2 or not os.environ.get("KSEF_STORAGE"):
        print("KSEF_STORAGE must be set; arguments: NIP, days. Names come by standard input.", file=sys.stderr)
        return 2
    nip, *days = arguments
    storage = Storage(os.environ["KSEF_STORAGE"])
    done = {name for day in days for name in settled(storage, nip, day)}
    names = (line.strip() for line in sys.stdin)
    left = [name for name in names if name and name not in done]
    for name in left:
        print(name)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
