metadata description = 'What operations look at first.'

param location string
param tags object
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'ksef-workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'KSeF: files, invoices and calls'
    category: 'workbook'
    version: '1.0'
    sourceId: workspaceId
    serializedData: loadTextContent('workbook.json')
  }
}
