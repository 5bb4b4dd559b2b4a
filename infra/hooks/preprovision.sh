#!/bin/sh
# Stops before anything is created when the environment is not one of ours, or is production by accident.
set -eu

case "$AZURE_ENV_NAME" in
  test | test-* | demo | demo-*) ;;
  production | production-* | prod | prod-*)
    if [ "${KSEF_ALLOW_PRODUCTION:-false}" != "true" ]; then
      echo "'$AZURE_ENV_NAME' sends legal documents. Say so on purpose: azd env set KSEF_ALLOW_PRODUCTION true" >&2
      exit 1
    fi
    ;;
  *)
    echo "Name the azd environment test, demo or production, or begin its name with one of them and a hyphen; '$AZURE_ENV_NAME' is none." >&2
    exit 1
    ;;
esac
