metadata description = 'The private ways to storage, vault and queue, and the names by which they are found.'

param networkId string
param subnetId string
param location string
param tags object
param invoiceStorageId string
param runtimeStorageId string
param keyVaultId string
param serviceBusId string

var endpoints = [
  { name: 'invoices-blob', target: invoiceStorageId, group: 'blob', zone: 0 }
  { name: 'invoices-queue', target: invoiceStorageId, group: 'queue', zone: 1 }
  { name: 'invoices-table', target: invoiceStorageId, group: 'table', zone: 2 }
  { name: 'runtime-blob', target: runtimeStorageId, group: 'blob', zone: 0 }
  { name: 'runtime-queue', target: runtimeStorageId, group: 'queue', zone: 1 }
  { name: 'runtime-table', target: runtimeStorageId, group: 'table', zone: 2 }
  { name: 'vault', target: keyVaultId, group: 'vault', zone: 3 }
  { name: 'service-bus', target: serviceBusId, group: 'namespace', zone: 4 }
]

var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.vaultcore.azure.net'
  'privatelink.servicebus.windows.net'
]

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [for zone in zoneNames: {
  name: zone
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (zone, index) in zoneNames: {
  parent: zones[index]
  name: 'ksef'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: networkId
    }
  }
}]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for endpoint in endpoints: {
  name: 'pe-${endpoint.name}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: endpoint.name
        properties: {
          privateLinkServiceId: endpoint.target
          groupIds: [endpoint.group]
        }
      }
    ]
  }
}]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (endpoint, index) in endpoints: {
  parent: privateEndpoints[index]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: endpoint.group
        properties: {
          privateDnsZoneId: zones[endpoint.zone].id
        }
      }
    ]
  }
}]
