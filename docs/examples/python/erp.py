#!/usr/bin/env python3
"""Drops a file for KSeF, waits for its result and saves the receipts. Standard library only.

    python3 erp.py FV-1.xml 5265877635/sales/FV-1.xml receipts [seconds]

KSEF_STORAGE is https://<account>.blob.core.windows.net, opened by a token of the Azure CLI (az login, with --identity on a machine in
Azure), or the connection string that LocalHost keeps.
Ends with 0 when everything was accepted, 1 when not, 2 on bad arguments, 3 when no result came in time.
"""

import base64
import email.utils
import hashlib
import hmac
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


class Storage:
    """The two calls that an ERP needs of Azure Blob Storage."""

    def __init__(self, address):
        settings = dict(part.split("=", 1) for part in address.split(";") if "=" in part) if "AccountKey=" in address else {}
        self.endpoint = settings.get("BlobEndpoint", address).rstrip("/")
        self.account = settings.get("AccountName")
        self.key = base64.b64decode(settings["AccountKey"]) if settings else None

    def put(self, name, path, md5):
        """Uploads a file in one request and returns when storage says it was written."""
        headers = {"x-ms-blob-type": "BlockBlob", "Content-Type": "application/octet-stream", "Content-MD5": md5}
        with open(path, "rb") as content:
            with self._send("PUT", name, headers, content, os.path.getsize(path)) as answer:
                return email.utils.parsedate_to_datetime(answer.headers["Last-Modified"])

    def get(self, name):
        """Returns content and time of a blob, or nothing when there is no such blob."""
        try:
            with self._send("GET", name, {}) as answer:
                return answer.read(), email.utils.parsedate_to_datetime(answer.headers["Last-Modified"])
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None, None
            raise

    def _send(self, method, name, headers, content=None, length=0):
        url = f"{self.endpoint}/{urllib.parse.quote(name)}"
        headers = {**headers, "x-ms-version": "2021-12-02", "x-ms-date": email.utils.formatdate(usegmt=True)}
        if content is not None:
            headers["Content-Length"] = str(length)
        headers["Authorization"] = self._signature(method, url, headers, length) if self.key else f"Bearer {token()}"
        return urllib.request.urlopen(urllib.request.Request(url, content, headers, method=method), timeout=300)

    def _signature(self, method, url, headers, length):
        own = "".join(f"{key}:{headers[key]}\n" for key in sorted(headers) if key.startswith("x-ms-"))
        fields = ["", "", str(length or ""), headers.get("Content-MD5", ""), headers.get("Content-Type", ""), "", "", "", "", "", ""]
        text = "\n".join([method, *fields, own + f"/{self.account}" + urllib.parse.urlparse(url).path])
        mac = hmac.new(self.key, text.encode(), hashlib.sha256)
        return f"SharedKey {self.account}:{base64.b64encode(mac.digest()).decode()}"


def token():
    """The Azure CLI keeps the token and renews it, so it is asked each time."""
    command = [shutil.which("az") or "az", "account", "get-access-token", "--resource", "https://storage.azure.com",
               "--query", "accessToken", "--output", "tsv"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def hashes(path):
    sha256, md5 = hashlib.sha256(), hashlib.md5()
    with open(path, "rb") as content:
        while block := content.read(1 << 20):
            sha256.update(block)
            md5.update(block)
    return sha256.hexdigest(), base64.b64encode(md5.digest()).decode()


def wait_for(storage, name, sha256, dropped_at, seconds):
    """A name may be used again, and then each content has a result of its own beside the plain name: that of this drop is of these bytes, and
    not older than the drop."""
    deadline, pause = time.monotonic() + seconds, 1.0
    while True:
        for found in (f"{name}.result.json", f"{name}.{sha256[:16]}.result.json"):
            content, written_at = storage.get(f"outbox/{found}")
            if not content:
                break
            result = json.loads(content)
            if result["sha256"] == sha256 and written_at >= dropped_at:
                return result
        if time.monotonic() + pause > deadline:
            return None
        time.sleep(pause)
        pause = min(pause * 1.5, 60)


def show(errors):
    for error in errors:
        print(f"  {error['severity']} {error['code']}: {error['message']} {error.get('whatToDo', '')}")


def main(arguments):
    if len(arguments) not in (3, 4) or not os.environ.get("KSEF_STORAGE"):
        print("KSEF_STORAGE must be set; arguments: file, name in the inbox, folder for receipts, seconds to wait.", file=sys.stderr)
        return 2
    path, name, folder = arguments[:3]
    storage = Storage(os.environ["KSEF_STORAGE"])
    sha256, md5 = hashes(path)
    dropped_at = storage.put(f"inbox/{name}", path, md5)
    result = wait_for(storage, name, sha256, dropped_at, float(arguments[3]) if len(arguments) == 4 else 600)
    if result is None:
        print(f"No result in time. It will come: ask for {name}.result.json again later, or look at the dashboard.", file=sys.stderr)
        return 3

    print(result["outcome"])
    show(result["errors"])
    for invoice in result["invoices"]:
        print(invoice.get("number", "-"), invoice["outcome"], invoice.get("ksefNumber", "-"))
        show(invoice["errors"])
    os.makedirs(folder, exist_ok=True)
    for upo in result["upos"]:
        target = os.path.join(folder, os.path.basename(upo))
        with open(target, "wb") as receipt:
            receipt.write(storage.get(f"outbox/{upo}")[0])
        print(target)
    return 0 if result["outcome"] == "Accepted" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
