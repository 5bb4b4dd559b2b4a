metadata description = 'Rights to telemetry, which takes no keys.'

param componentName string
param appPrincipalId string

var roleIds = loadJsonContent('role-ids.json')

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource appPublishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, appPrincipalId, roleIds.MonitoringMetricsPublisher)
  scope: component
  properties: {
    description: 'Sends logs, traces and metrics.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.MonitoringMetricsPublisher)
  }
}
