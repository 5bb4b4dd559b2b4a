metadata description = 'Rights of people: what operators have always, and what those have who must act.'

param workspaceName string
param functionAppName string

@description('Empty assigns nothing.')
param operatorsGroupId string

@description('Empty assigns nothing.')
param respondersGroupId string

var roleIds = loadJsonContent('role-ids.json')

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource operatorsSeeResources 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(resourceGroup().id, operatorsGroupId, roleIds.Reader)
  properties: {
    description: 'See the resources, their state, alerts and workbook in the portal; no key, no setting of the app, no document.'
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.Reader)
  }
}

resource operatorsReadLogs 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(workspace.id, operatorsGroupId, roleIds.LogAnalyticsReader)
  scope: workspace
  properties: {
    description: 'Ask the logs.'
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.LogAnalyticsReader)
  }
}

resource respondersManageApp 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(respondersGroupId)) {
  name: guid(app.id, respondersGroupId, roleIds.WebsiteContributor)
  scope: app
  properties: {
    description: 'Restart the app, change its settings, and read its keys to run a timer or look at an orchestration. Who may do that can run code as the app.'
    principalId: respondersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.WebsiteContributor)
  }
}
