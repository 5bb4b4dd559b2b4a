metadata description = 'The function app on a Flex Consumption plan. Every connection goes by identity: no setting holds a key.'

param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param runtimeStorage {
  blobUri: string
  queueUri: string
  tableUri: string
  deploymentContainerUri: string
}
param invoiceStorage {
  blobUri: string
  queueUri: string
  tableUri: string
}
param serviceBusHost string
param keyVaultUri string
param telemetryConnection string
param ksefEnvironment string
param allowProduction bool
param mode string

@description('Instances that never sleep. Without one for blobs the key of the event subscription may not be loaded when an event comes.')
param alwaysReady array

@description('Empty leaves the app outside a network.')
param subnetId string

@description('Empty turns the sign-in off.')
param dashboardClientId string

var settings = {
  AZURE_CLIENT_ID: identityClientId
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: runtimeStorage.blobUri
  AzureWebJobsStorage__queueServiceUri: runtimeStorage.queueUri
  AzureWebJobsStorage__tableServiceUri: runtimeStorage.tableUri
  InvoiceStorage__credential: 'managedidentity'
  InvoiceStorage__clientId: identityClientId
  InvoiceStorage__blobServiceUri: invoiceStorage.blobUri
  InvoiceStorage__queueServiceUri: invoiceStorage.queueUri
  InvoiceStorage__tableServiceUri: invoiceStorage.tableUri
  ServiceBusConnection__credential: 'managedidentity'
  ServiceBusConnection__clientId: identityClientId
  ServiceBusConnection__fullyQualifiedNamespace: serviceBusHost
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // .NET sizes its youngest generation by the processor's cache, which a server shares among many: up to hundreds of megabytes that a worker does not need.
  DOTNET_GCgen0size: '0x1000000'
  KsefFunctions__Environment: ksefEnvironment
  KsefFunctions__AllowProduction: string(allowProduction)
  KsefFunctions__Mode: mode
  KsefFunctions__KeyVault: keyVaultUri
}

// Read by the sign-in of the platform: the identity of the app stands in for a client secret.
var signInSettings = {
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
}

var appSettings = union(settings, empty(dashboardClientId) ? {} : signInSettings)

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: [for setting in items(appSettings): {
        name: setting.key
        value: setting.value
      }]
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: runtimeStorage.deploymentContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: 40
        alwaysReady: alwaysReady
      }
    }
  }
}

resource ftpPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scmPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

module signIn 'dashboard-sign-in.bicep' = if (!empty(dashboardClientId)) {
  params: {
    functionAppName: app.name
    clientId: dashboardClientId
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
