metadata description = 'Rights to the credentials of the companies. The vault holds nothing else.'

param vaultName string
param appPrincipalId string

@description('Empty assigns nothing.')
param operatorsGroupId string

var roleIds = loadJsonContent('role-ids.json')

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource appReadsCredentials 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, roleIds.KeyVaultSecretsUser)
  scope: vault
  properties: {
    description: 'Reads the certificate or token of the company that sends; it can change none.'
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.KeyVaultSecretsUser)
  }
}

resource operatorsImportCertificates 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(vault.id, operatorsGroupId, roleIds.KeyVaultCertificatesOfficer)
  scope: vault
  properties: {
    description: 'Imports and renews certificates.'
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.KeyVaultCertificatesOfficer)
  }
}
