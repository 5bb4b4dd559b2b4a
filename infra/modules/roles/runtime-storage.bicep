metadata description = 'Rights to the storage of the host. Host and durable engine make containers, queues and tables themselves, so these reach the whole account, which holds nothing else.'

param accountName string
param appPrincipalId string

var roleIds = loadJsonContent('role-ids.json')

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

resource appOwnsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, roleIds.StorageBlobDataOwner)
  scope: account
  properties: {
    description: 'The host keeps keys, leases, receipts of blobs and the deployed package; the durable engine its partitions and large messages.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataOwner)
  }
}

resource appUsesQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, roleIds.StorageQueueDataContributor)
  scope: account
  properties: {
    description: 'Blob trigger and durable engine queue their work.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageQueueDataContributor)
  }
}

resource appUsesTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appPrincipalId, roleIds.StorageTableDataContributor)
  scope: account
  properties: {
    description: 'The durable engine keeps its histories.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageTableDataContributor)
  }
}
