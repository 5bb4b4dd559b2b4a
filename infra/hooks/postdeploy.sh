#!/bin/sh
# Subscribes the app to the inbox. The key that the subscription needs exists only once the deployed host has loaded the blob
# extension, and the address of a subscription cannot be changed: each deployment makes a new one and then removes the old ones.
# In between both deliver; the app takes a second event about the same blob as the first.
set -eu

new="inbox-$(date -u +%Y%m%d%H%M%S)"
attempt=1
until az deployment group create \
  --subscription "$AZURE_SUBSCRIPTION_ID" \
  --resource-group "$AZURE_RESOURCE_GROUP" \
  --name "$new" \
  --template-file "$(dirname "$0")/../events.bicep" \
  --parameters \
    functionAppName="$FUNCTION_APP_NAME" \
    systemTopicName="$EVENT_TOPIC_NAME" \
    invoiceStorageName="$INVOICE_STORAGE_NAME" \
    subscriptionName="$new" \
  --only-show-errors --output none
do
  if [ "$attempt" -ge 6 ]; then
    echo "The subscription to the inbox could not be made; the earlier one, if any, still stands. Run: azd hooks run postdeploy" >&2
    exit 1
  fi
  attempt=$((attempt + 1))
  echo "The host may still be starting. Attempt $attempt of 6 in 30 seconds."
  sleep 30
done

az eventgrid system-topic event-subscription list \
  --subscription "$AZURE_SUBSCRIPTION_ID" \
  --resource-group "$AZURE_RESOURCE_GROUP" \
  --system-topic-name "$EVENT_TOPIC_NAME" \
  --query "[?starts_with(name, 'inbox-') && name != '$new'].name" --output tsv |
while read -r old; do
  az eventgrid system-topic event-subscription delete \
    --subscription "$AZURE_SUBSCRIPTION_ID" \
    --resource-group "$AZURE_RESOURCE_GROUP" \
    --system-topic-name "$EVENT_TOPIC_NAME" \
    --name "$old" --yes --output none </dev/null
done
