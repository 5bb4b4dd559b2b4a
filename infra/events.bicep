metadata description = 'Subscribes the deployed app to new blobs of the inbox. The postdeploy hook runs it under a new name each time.'

param functionAppName string
param systemTopicName string
param invoiceStorageName string
param subscriptionName string

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource invoices 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: invoiceStorageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: systemTopicName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: subscriptionName
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.InboxTrigger&code=${listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension}'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // With the slash at its end, so that no other container whose name begins the same way is meant.
      subjectBeginsWith: '/blobServices/default/containers/inbox/blobs/'
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: invoices.id
          blobContainerName: 'undelivered-events'
        }
      }
    }
  }
}
