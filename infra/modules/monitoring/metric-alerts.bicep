metadata description = 'Alerts on what the platform counts.'

param tags object
param serviceBusId string
param eventTopicId string
param actionGroupId string

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'ksef-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Files stopped for a technical reason and wait for a person in the dead-letter queue.'
    severity: 1
    enabled: true
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead letters'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: ['invoices-poison']
            }
          ]
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

resource undeliveredEvents 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'ksef-undelivered-events'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid gave up on telling the app about dropped files. They lie in the inbox and nothing was started for them.'
    severity: 1
    enabled: true
    scopes: [eventTopicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'undelivered events'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}
