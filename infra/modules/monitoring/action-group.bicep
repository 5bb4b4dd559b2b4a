metadata description = 'Who is told by alerts. Without an address alerts still show in the portal.'

param name string
param tags object
param email string

@maxLength(12)
param shortName string
param receiver string

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: shortName
    enabled: true
    emailReceivers: empty(email) ? [] : [
      {
        name: receiver
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

output id string = group.id
