metadata description = 'The credentials for KSeF: one secret for each company.'

param name string
param location string
param tags object

@description('Forbids deleting the vault, and purging what was deleted from it.')
param protected bool

@description('Only private endpoints reach the vault.')
param isPrivate bool
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Key Vault takes true or nothing here: once set it can never be taken back.
    enablePurgeProtection: protected ? true : null
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (protected) {
  name: 'credentials'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the credentials that sign in to KSeF.'
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
