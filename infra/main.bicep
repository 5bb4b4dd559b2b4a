targetScope = 'subscription'

metadata description = 'Everything that one environment needs: docs/operations.md.'

@description('Name of the azd environment: test, demo or production, or a name that begins with one of them and a hyphen. The short prod means production, too.')
@minLength(4)
@maxLength(32)
param environmentName string

param location string = 'polandcentral'

@description('Production sends legal documents: it needs this said on purpose.')
param allowProduction bool = false

@description('How far a file goes by itself; empty takes what the environment says.')
@allowed(['', 'Automatic', 'DryRun', 'Approval'])
param mode string = ''

@description('Sends all calls from one address of our own: KSeF counts some limits per address.')
param fixedEgress bool = false

@description('Reaches storage, vault and queue by private endpoints only. It brings a fixed address, too.')
param privateNetworking bool = false

@description('Days for which nobody can change or delete evidence, at least; 0 sets no policy. Ten years are 3653.')
@minValue(0)
@maxValue(146000)
param archiveRetentionDays int = 0

@description('Who is told by alerts.')
param alertEmail string = ''

@description('Who is told, beside the former, that files wait for approval.')
param approvalEmail string = ''

@description('App registration that signs people in to the dashboard; empty leaves function keys as the only way in.')
param dashboardClientId string = ''

@description('Entra ID group that watches: portal, logs, dead letters, certificates; empty assigns nothing.')
param operatorsGroupId string = ''

@description('Entra ID group that acts: restarts the app, reads its keys and the evidence; empty assigns nothing.')
param respondersGroupId string = ''

@description('Service principal of an ERP that drops for every company; empty assigns nothing.')
param erpPrincipalId string = ''

@description('Service principals that drop for their own companies only: {principal}={nip}, with commas between them.')
param erpPrincipals string = ''

@description('Addresses of the ERP, with commas between them: those alone reach the inbox when networking is private.')
param erpAddresses string = ''

var environments = {
  test: loadJsonContent('environments/test.json')
  demo: loadJsonContent('environments/demo.json')
  production: loadJsonContent('environments/production.json')
}
var firstWord = split(environmentName, '-')[0]
var stage = firstWord == 'prod' ? 'production' : firstWord
var settings = stage == 'production' && !allowProduction
  ? fail('This environment sends legal documents: set allowProduction (azd env set KSEF_ALLOW_PRODUCTION true).')
  : environments[?stage] ?? fail('The name of the environment must begin with test, demo or production.')

var suffix = uniqueString(subscription().id, environmentName, location)
var tags = {
  'azd-env-name': environmentName
}
var erpCompanies = [for pair in empty(erpPrincipals) ? [] : split(erpPrincipals, ','): {
  principalId: trim(first(split(pair, '=')))
  nip: trim(last(split(pair, '=')))
}]
var unreadableCompanies = filter(erpCompanies, one => length(one.principalId) != 36 || length(one.nip) != 10)
var hasNetwork = fixedEgress || privateNetworking

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-ksef-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'id-ksef-${suffix}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring/telemetry.bicep' = {
  scope: group
  params: {
    workspaceName: 'log-ksef-${suffix}'
    componentName: 'appi-ksef-${suffix}'
    location: location
    tags: tags
    retentionDays: settings.logDays
  }
}

module invoiceStorage 'modules/invoice-storage.bicep' = {
  scope: group
  params: {
    name: 'stinv${suffix}'
    location: location
    tags: tags
    sku: settings.storageSku
    deletedDataDays: settings.deletedDataDays
    archiveRetentionDays: archiveRetentionDays
    protected: settings.protected
    restrictNetwork: privateNetworking
    erpAddresses: empty(erpAddresses) ? [] : split(erpAddresses, ',')
    workspaceId: monitoring.outputs.workspaceId
  }
}

module runtimeStorage 'modules/runtime-storage.bicep' = {
  scope: group
  params: {
    name: 'strun${suffix}'
    location: location
    tags: tags
    sku: settings.storageSku
    isPrivate: privateNetworking
  }
}

module keyVault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    name: 'kv-ksef-${suffix}'
    location: location
    tags: tags
    protected: settings.protected
    isPrivate: privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  scope: group
  params: {
    name: 'sb-ksef-${suffix}'
    location: location
    tags: tags
    isPrivate: privateNetworking
  }
}

module eventTopic 'modules/event-topic.bicep' = {
  scope: group
  params: {
    name: 'evgt-ksef-${suffix}'
    location: location
    tags: tags
    invoiceStorageId: invoiceStorage.outputs.id
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'modules/network/network.bicep' = if (hasNetwork) {
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
  }
}

module privateEndpoints 'modules/network/private-endpoints.bicep' = if (privateNetworking) {
  scope: group
  params: {
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    location: location
    tags: tags
    invoiceStorageId: invoiceStorage.outputs.id
    runtimeStorageId: runtimeStorage.outputs.id
    keyVaultId: keyVault.outputs.id
    serviceBusId: serviceBus.outputs.id
  }
}

module roles 'modules/roles/roles.bicep' = {
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    eventTopicPrincipalId: eventTopic.outputs.principalId
    operatorsGroupId: operatorsGroupId
    respondersGroupId: respondersGroupId
    erpPrincipalId: erpPrincipalId
    erpCompanies: empty(unreadableCompanies)
      ? erpCompanies
      : fail('erpPrincipals takes the object id of a principal, an equals sign and a NIP of ten digits, with commas between such pairs.')
    invoiceStorageName: invoiceStorage.outputs.name
    runtimeStorageName: runtimeStorage.outputs.name
    keyVaultName: keyVault.outputs.name
    serviceBusName: serviceBus.outputs.name
    componentName: monitoring.outputs.componentName
  }
}

module functionApp 'modules/function-app.bicep' = {
  scope: group
  params: {
    name: 'func-ksef-${suffix}'
    planName: 'plan-ksef-${suffix}'
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    runtimeStorage: {
      blobUri: runtimeStorage.outputs.blobUri
      queueUri: runtimeStorage.outputs.queueUri
      tableUri: runtimeStorage.outputs.tableUri
      deploymentContainerUri: runtimeStorage.outputs.deploymentContainerUri
    }
    invoiceStorage: {
      blobUri: invoiceStorage.outputs.blobUri
      queueUri: invoiceStorage.outputs.queueUri
      tableUri: invoiceStorage.outputs.tableUri
    }
    serviceBusHost: serviceBus.outputs.host
    keyVaultUri: keyVault.outputs.uri
    telemetryConnection: monitoring.outputs.connection
    ksefEnvironment: settings.ksefEnvironment
    allowProduction: stage == 'production' && allowProduction
    mode: empty(mode) ? settings.mode : mode
    alwaysReady: settings.alwaysReady
    subnetId: hasNetwork ? network!.outputs.appSubnetId : ''
    dashboardClientId: dashboardClientId
  }
  // The host reads its storage and the deployment at its start: without rights and ways it would have to be restarted.
  dependsOn: [roles, privateEndpoints]
}

module operationsRoles 'modules/roles/operations.bicep' = {
  scope: group
  params: {
    workspaceName: monitoring.outputs.workspaceName
    functionAppName: functionApp.outputs.name
    operatorsGroupId: operatorsGroupId
    respondersGroupId: respondersGroupId
  }
}

module actionGroup 'modules/monitoring/action-group.bicep' = {
  scope: group
  params: {
    name: 'ag-ksef-${suffix}'
    tags: tags
    email: alertEmail
    shortName: 'ksef'
    receiver: 'operations'
  }
}

module approversActionGroup 'modules/monitoring/action-group.bicep' = if (!empty(approvalEmail)) {
  scope: group
  params: {
    name: 'ag-ksef-approvers-${suffix}'
    tags: tags
    email: approvalEmail
    shortName: 'ksef-approve'
    receiver: 'approvers'
  }
}

module metricAlerts 'modules/monitoring/metric-alerts.bicep' = {
  scope: group
  params: {
    tags: tags
    serviceBusId: serviceBus.outputs.id
    eventTopicId: eventTopic.outputs.id
    actionGroupId: actionGroup.outputs.id
  }
}

module queryAlerts 'modules/monitoring/query-alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: actionGroup.outputs.id
    alertOnSilence: settings.alertOnSilence
    tellsApprovers: !empty(approvalEmail)
    approversActionGroupId: empty(approvalEmail) ? '' : approversActionGroup!.outputs.id
  }
}

module availability 'modules/monitoring/availability.bicep' = {
  scope: group
  params: {
    name: 'heartbeat-ksef-${suffix}'
    location: location
    tags: tags
    componentId: monitoring.outputs.componentId
    address: 'https://${functionApp.outputs.hostName}/api/health'
    actionGroupId: actionGroup.outputs.id
  }
}

module workbook 'modules/monitoring/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = functionApp.outputs.name
output FUNCTION_APP_HOST string = functionApp.outputs.hostName
output EVENT_TOPIC_NAME string = eventTopic.outputs.name
output INVOICE_STORAGE_NAME string = invoiceStorage.outputs.name
output KEY_VAULT_NAME string = keyVault.outputs.name
output SERVICE_BUS_NAME string = serviceBus.outputs.name
output WORKSPACE_NAME string = monitoring.outputs.workspaceName
output APP_PRINCIPAL_ID string = identity.outputs.principalId
output EGRESS_ADDRESS string = hasNetwork ? network!.outputs.egressAddress : ''
