metadata description = 'Every right that is given, and to whom: docs/security.md lists them with their reasons.'

param appPrincipalId string
param eventTopicPrincipalId string
param operatorsGroupId string
param respondersGroupId string
param erpPrincipalId string

@description('Which identity drops for which company, where one for all is too much.')
param erpCompanies {
  nip: string
  principalId: string
}[]
param invoiceStorageName string
param runtimeStorageName string
param keyVaultName string
param serviceBusName string
param componentName string

module invoiceStorage 'invoice-storage.bicep' = {
  params: {
    accountName: invoiceStorageName
    appPrincipalId: appPrincipalId
    eventTopicPrincipalId: eventTopicPrincipalId
    erpPrincipalId: erpPrincipalId
    respondersGroupId: respondersGroupId
  }
}

module companyErps 'company-erps.bicep' = {
  params: {
    accountName: invoiceStorageName
    companies: erpCompanies
  }
}

module runtimeStorage 'runtime-storage.bicep' = {
  params: {
    accountName: runtimeStorageName
    appPrincipalId: appPrincipalId
  }
}

module keyVault 'key-vault.bicep' = {
  params: {
    vaultName: keyVaultName
    appPrincipalId: appPrincipalId
    operatorsGroupId: operatorsGroupId
  }
}

module serviceBus 'service-bus.bicep' = {
  params: {
    namespaceName: serviceBusName
    appPrincipalId: appPrincipalId
    operatorsGroupId: operatorsGroupId
  }
}

module applicationInsights 'application-insights.bicep' = {
  params: {
    componentName: componentName
    appPrincipalId: appPrincipalId
  }
}
