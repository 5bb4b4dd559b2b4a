metadata description = 'Rights to the task hub, when the Durable Task Scheduler is the back end.'

param schedulerName string
param taskHubName string
param appPrincipalId string

var roleIds = loadJsonContent('role-ids.json')

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' existing = {
  name: schedulerName
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' existing = {
  parent: scheduler
  name: taskHubName
}

resource appOrchestrates 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(taskHub.id, appPrincipalId, roleIds.DurableTaskDataContributor)
  scope: taskHub
  properties: {
    description: 'Starts and runs orchestrations.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.DurableTaskDataContributor)
  }
}
