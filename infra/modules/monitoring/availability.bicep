metadata description = 'The heartbeat: asks the app from three places how it is, every five minutes. 503 means that files cannot be taken in.'

param name string
param location string
param tags object
param componentId string
param address string
param actionGroupId string

resource probe 'Microsoft.Insights/webtests@2022-06-15' = {
  name: name
  location: location
  tags: union(tags, { 'hidden-link:${componentId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: name
    Name: name
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 60
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-se-sto-edge' }
      { Id: 'emea-fr-pra-edge' }
    ]
    Request: {
      RequestUrl: address
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource silent 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'ksef-no-heartbeat'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app does not answer, or cannot reach its storage. Files stay in the inbox until it does.'
    severity: 1
    enabled: true
    scopes: [probe.id, componentId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: probe.id
      componentId: componentId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}
