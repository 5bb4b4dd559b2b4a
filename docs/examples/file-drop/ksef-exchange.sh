#!/bin/sh
# For an ERP that only writes files: uploads what it has finished, moves that to sent/, and brings results. A scheduler runs it.
#
#   KSEF_FOLDER   out/{nip}/name.tmp is being written; renamed to name.xml or name.zip it is complete
#   KSEF_STORAGE  https://<account>.blob.core.windows.net
#   AZCOPY_…      how azcopy signs in, for example AZCOPY_AUTO_LOGIN_TYPE=MSI
#
# Ends with 1 when something could not be exchanged; the next run tries that again.
set -eu

cd "${KSEF_FOLDER:?}"
: "${KSEF_STORAGE:?}"
mkdir -p out sending sent results

# The system lets go of the lock however the run ends.
exec 9>.lock
flock -n 9 || exit 0

failed=0

upload() {
  if azcopy copy "sending/$1/$2" "$KSEF_STORAGE/inbox/$1/" --put-md5 --output-level essential </dev/null; then
    mv -f "sending/$1/$2" "sent/$1/$2"
  else
    failed=1
  fi
}

for folder in out/*/; do
  [ -d "$folder" ] || continue
  nip=$(basename "$folder")
  mkdir -p "sending/$nip" "sent/$nip"

  # Left by a run that was cut off or failed. Whether they were uploaded does not matter: the same bytes are one file.
  for file in "sending/$nip"/*; do
    if [ -f "$file" ]; then
      upload "$nip" "${file##*/}"
    fi
  done

  for file in "out/$nip"/*.xml "out/$nip"/*.zip; do
    name=${file##*/}
    if [ -f "$file" ] && [ ! -e "sending/$nip/$name" ]; then
      # Out of the ERP's way first: a newer file under this name must not be taken for sent.
      mv "$file" "sending/$nip/$name"
      upload "$nip" "$name"
    fi
  done
done

azcopy sync "$KSEF_STORAGE/outbox" results --output-level essential </dev/null || failed=1
exit "$failed"
