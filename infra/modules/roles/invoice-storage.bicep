metadata description = 'Rights to the documents, one container, queue or table at a time.'

param accountName string
param appPrincipalId string
param eventTopicPrincipalId string

@description('Empty assigns nothing.')
param erpPrincipalId string

@description('Empty assigns nothing.')
param respondersGroupId string

var roleIds = loadJsonContent('role-ids.json')

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' existing = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' existing = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' existing = {
  parent: account
  name: 'default'
}

resource inbox 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'inbox'
}

resource outbox 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'outbox'
}

resource work 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'work'
}

resource archive 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'archive'
}

resource status 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'status'
}

resource config 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'config'
}

resource undeliveredEvents 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: blobs
  name: 'undelivered-events'
}

resource poison 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' existing = {
  parent: queues
  name: 'webjobs-blobtrigger-poison'
}

resource poisonOfPoison 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' existing = {
  parent: queues
  name: 'webjobs-blobtrigger-poison-poison'
}

resource invoices 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' existing = {
  parent: tables
  name: 'invoices'
}

resource appReadsInbox 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(inbox.id, appPrincipalId, roleIds.StorageBlobDataReader)
  scope: inbox
  properties: {
    description: 'Reads what the ERP dropped; it can neither change nor delete it.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataReader)
  }
}

resource appWritesOutbox 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(outbox.id, appPrincipalId, roleIds.StorageBlobDataContributor)
  scope: outbox
  properties: {
    description: 'Writes results and receipts.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataContributor)
  }
}

resource appWritesWork 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(work.id, appPrincipalId, roleIds.StorageBlobDataContributor)
  scope: work
  properties: {
    description: 'Keeps ciphertext of packages and of what had to pause, and deletes it when a file ends.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataContributor)
  }
}

resource appWritesArchive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(archive.id, appPrincipalId, roleIds.StorageBlobDataContributor)
  scope: archive
  properties: {
    description: 'Writes evidence once; the immutability policy, where set, keeps it from changing any.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataContributor)
  }
}

resource appWritesStatus 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(status.id, appPrincipalId, roleIds.StorageBlobDataContributor)
  scope: status
  properties: {
    description: 'Keeps the ledger.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataContributor)
  }
}

resource appWritesInvoices 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(invoices.id, appPrincipalId, roleIds.StorageTableDataContributor)
  scope: invoices
  properties: {
    description: 'Keeps the index in which invoices are found.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageTableDataContributor)
  }
}

resource appReadsConfig 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(config.id, appPrincipalId, roleIds.StorageBlobDataReader)
  scope: config
  properties: {
    description: 'Reads what companies say of themselves and of their data; it can change none of it.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataReader)
  }
}

resource appUsesPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(poison.id, appPrincipalId, roleIds.StorageQueueDataContributor)
  scope: poison
  properties: {
    description: 'Takes what the blob trigger gave up on, and puts it back to try it again later.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageQueueDataContributor)
  }
}

resource appUsesPoisonOfPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(poisonOfPoison.id, appPrincipalId, roleIds.StorageQueueDataContributor)
  scope: poisonOfPoison
  properties: {
    description: 'Puts aside what cannot even be taken from there.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageQueueDataContributor)
  }
}

resource topicKeepsUndelivered 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(undeliveredEvents.id, eventTopicPrincipalId, roleIds.StorageBlobDataContributor)
  scope: undeliveredEvents
  properties: {
    description: 'Leaves events that could not be delivered.'
    principalId: eventTopicPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataContributor)
  }
}

resource erpDrops 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(erpPrincipalId)) {
  name: guid(inbox.id, erpPrincipalId, roleIds.StorageBlobDataContributor)
  scope: inbox
  properties: {
    description: 'Drops files, and deletes them when their result is there.'
    principalId: erpPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataContributor)
  }
}

resource erpReadsResults 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(erpPrincipalId)) {
  name: guid(outbox.id, erpPrincipalId, roleIds.StorageBlobDataReader)
  scope: outbox
  properties: {
    description: 'Reads results and receipts.'
    principalId: erpPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataReader)
  }
}

resource respondersReadEvidence 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(respondersGroupId)) {
  name: guid(archive.id, respondersGroupId, roleIds.StorageBlobDataReader)
  scope: archive
  properties: {
    description: 'Read the evidence of a file, which holds invoices.'
    principalId: respondersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataReader)
  }
}

resource respondersReadUndelivered 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(respondersGroupId)) {
  name: guid(undeliveredEvents.id, respondersGroupId, roleIds.StorageBlobDataReader)
  scope: undeliveredEvents
  properties: {
    description: 'Read which events could not be delivered.'
    principalId: respondersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataReader)
  }
}

resource respondersReadPoison 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(respondersGroupId)) {
  name: guid(poisonOfPoison.id, respondersGroupId, roleIds.StorageQueueDataReader)
  scope: poisonOfPoison
  properties: {
    description: 'Look at what could not even be put aside.'
    principalId: respondersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageQueueDataReader)
  }
}
