metadata description = 'The queue of files that a person must look at.'

param name string
param location string
param tags object

@description('Only private endpoints reach the namespace; that needs the Premium tier.')
param isPrivate bool

var tier = isPrivate ? 'Premium' : 'Standard'

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: tier
    tier: tier
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource poison 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = {
  parent: namespace
  name: 'invoices-poison'
  properties: {
    // A step that cannot tell whether its report was sent sends it again, under the same message id; the sweep looks every ten minutes, so a
    // day is plenty. That copies are dropped can be set only when the queue is made.
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'P1D'
    // The app only moves a message while it holds the lock; what a killed instance held comes back after this time.
    lockDuration: 'PT1M'
    // What could not be moved so often the queue moves by itself, without the reason: it is still in the dead-letter queue, and in the alert.
    maxDeliveryCount: 10
    deadLetteringOnMessageExpiration: true
  }
}

output id string = namespace.id
output name string = namespace.name
output host string = '${namespace.name}.servicebus.windows.net'
