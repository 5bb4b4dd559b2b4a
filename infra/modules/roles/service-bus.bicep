metadata description = 'Rights to the queue of files that a person must look at.'

param namespaceName string
param appPrincipalId string

@description('Empty assigns nothing.')
param operatorsGroupId string

var roleIds = loadJsonContent('role-ids.json')

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: namespaceName
}

resource poison 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = {
  parent: namespace
  name: 'invoices-poison'
}

resource appSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(poison.id, appPrincipalId, roleIds.ServiceBusDataSender)
  scope: poison
  properties: {
    description: 'Reports files that stopped.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.ServiceBusDataSender)
  }
}

resource appReceives 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(poison.id, appPrincipalId, roleIds.ServiceBusDataReceiver)
  scope: poison
  properties: {
    description: 'Takes the reports and moves them into the dead-letter queue, with the reason of each.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.ServiceBusDataReceiver)
  }
}

resource operatorsReceive 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(poison.id, operatorsGroupId, roleIds.ServiceBusDataReceiver)
  scope: poison
  properties: {
    description: 'Look at dead letters and clear them.'
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.ServiceBusDataReceiver)
  }
}
