metadata description = 'Rights of an ERP to the folders of its own companies in inbox and outbox, and to nothing else there.'

param accountName string

@description('Which identity drops for which company. One identity may have several; a condition holds about twenty.')
param companies {
  nip: string
  principalId: string
}[]

var roleIds = loadJsonContent('role-ids.json')

// Azure takes one assignment for a principal, role and scope: its condition names all companies of the principal.
var erps = items(groupBy(companies, company => company.principalId))

func blobsOf(nips string[]) string =>
  join(map(nips, nip => '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringStartsWith \'${nip}/\''), ' OR ')

func listsOf(nips string[]) string =>
  join(map(nips, nip => '@Request[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:prefix] StringStartsWith \'${nip}/\''), ' OR ')

func isNot(action string) string => '!(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/${action}\'})'

func isNotRead(which string) string =>
  '!(ActionMatches{\'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read\'} AND ${which}{\'Blob.List\'})'

// A listing is a read without a path: it must ask for the folder of a company.
func reading(nips string[]) string =>
  '((${isNotRead('NOT SubOperationMatches')}) OR (${blobsOf(nips)})) AND ((${isNotRead('SubOperationMatches')}) OR (${listsOf(nips)}))'

func changing(nips string[]) string =>
  '((${isNot('write')} AND ${isNot('add/action')} AND ${isNot('delete')}) OR (${blobsOf(nips)}))'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' existing = {
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

resource erpsDrop 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for erp in erps: {
  name: guid(inbox.id, erp.key, roleIds.StorageBlobDataContributor)
  scope: inbox
  properties: {
    description: 'Drops files into the folders of its companies, and deletes them when their result is there.'
    principalId: erp.key
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataContributor)
    condition: '${reading(map(erp.value, company => company.nip))} AND ${changing(map(erp.value, company => company.nip))}'
    conditionVersion: '2.0'
  }
}]

resource erpsReadResults 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for erp in erps: {
  name: guid(outbox.id, erp.key, roleIds.StorageBlobDataReader)
  scope: outbox
  properties: {
    description: 'Reads results and receipts of its companies.'
    principalId: erp.key
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleIds.StorageBlobDataReader)
    condition: reading(map(erp.value, company => company.nip))
    conditionVersion: '2.0'
  }
}]
