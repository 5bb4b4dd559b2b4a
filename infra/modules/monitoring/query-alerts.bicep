metadata description = 'Alerts on what the app reports.'

param location string
param tags object
param workspaceId string
param actionGroupId string

@description('Whether somebody beside operations is told of files that wait for a person.')
param tellsApprovers bool

@description('Who that is.')
param approversActionGroupId string

@description('Warns when a whole working day brings no file: right where invoices come every day.')
param alertOnSilence bool

var alerts = [
  {
    name: 'ksef-failed-functions'
    description: 'Functions fail: requests, triggers or activities of the app.'
    severity: 2
    query: 'AppRequests | where Success == false'
    sumOf: ''
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 5
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-sign-in-refused'
    description: 'KSeF refused to sign a company in: its certificate or token is not valid for it.'
    severity: 1
    query: 'AppMetrics | where Name == "ksef.client.errors" and tostring(Properties["error.type"]) == "KsefAuthenticationException"'
    sumOf: 'Sum'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-unavailable'
    description: 'KSeF is away: files wait and go on by themselves.'
    severity: 3
    query: 'AppMetrics | where Name == "ksef.client.errors" and tostring(Properties["error.type"]) == "KsefUnavailableException"'
    sumOf: 'Sum'
    window: 'PT30M'
    operator: 'GreaterThan'
    threshold: 10
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-limits'
    description: 'KSeF holds the app back again and again: more is sent than its limits allow.'
    severity: 3
    query: 'AppMetrics | where Name == "ksef.client.errors" and tostring(Properties["error.type"]) == "KsefRateLimitException"'
    sumOf: 'Sum'
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 100
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-unforeseen-failures'
    description: 'Steps fail in a way that nobody foresaw, such as trouble with the storage. They are tried again until they end as dead letters.'
    severity: 2
    query: 'AppMetrics | where Name == "ksef.step.run.duration" and tostring(Properties["error.type"]) == "KSF-5001"'
    sumOf: 'ItemCount'
    window: 'PT30M'
    operator: 'GreaterThan'
    threshold: 10
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-stuck'
    description: 'Files stand still and nobody works on them: the sweep says which.'
    severity: 1
    query: 'AppMetrics | where Name == "ksef.stuck" and Max > 0'
    sumOf: ''
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-late'
    description: 'A file has been on its way for twelve hours, and not because it waits for a person.'
    severity: 1
    query: 'AppMetrics | where Name == "ksef.oldest_unsettled" and Max > 43200'
    sumOf: ''
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-queue'
    description: 'Files of a company have waited for KSeF\'s limits of calls for longer than the settings allow.'
    severity: 3
    query: 'AppMetrics | where Name == "ksef.sweep.findings" and tostring(Properties["error.type"]) == "KSF-4011"'
    sumOf: ''
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-approval-late'
    description: 'Files have waited for a person to approve or refuse them for longer than the settings allow.'
    severity: 3
    query: 'AppMetrics | where Name == "ksef.sweep.findings" and tostring(Properties["error.type"]) == "KSF-4008"'
    sumOf: ''
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-approval-due'
    description: 'Files with an invoice dated today wait for a person, and the day ends: from midnight on KSeF takes it as an offline invoice.'
    severity: 1
    query: 'AppMetrics | where Name == "ksef.sweep.findings" and tostring(Properties["error.type"]) == "KSF-4009"'
    sumOf: ''
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-lost-events'
    description: 'The sweep took in files whose events were lost or late, or could not take them in.'
    severity: 3
    query: 'AppMetrics | where Name == "ksef.sweep.findings" and tostring(Properties["error.type"]) in ("KSF-4001", "KSF-4002")'
    sumOf: ''
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-no-sweep'
    description: 'No sweep has ended for an hour: lost events and files that stand still would stay unseen.'
    severity: 2
    query: 'AppMetrics | where Name == "ksef.stuck"'
    sumOf: ''
    window: 'PT1H'
    operator: 'LessThan'
    threshold: 1
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-system-warnings'
    description: 'KSeF attached warnings to its answers, for example that part of its interface goes away.'
    severity: 3
    query: 'AppMetrics | where Name == "ksef.client.system_warnings"'
    sumOf: 'Sum'
    window: 'P1D'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: []
  }
  {
    name: 'ksef-certificate-ending'
    description: 'A certificate or a KSeF token ends: told for each company at 60, 30, 14, 7 and 1 days, and when it has ended.'
    severity: 2
    // Each stage is a dimension of its own, so that each is told anew and the one before is closed.
    query: 'AppMetrics | where Name == "ksef.certificate.days_left" | extend nip = tostring(Properties["nip"]), stage = case(Sum < 0, "ended", Sum <= 1, "1 day", Sum <= 7, "7 days", Sum <= 14, "14 days", Sum <= 30, "30 days", "60 days") | where Sum <= 60'
    sumOf: ''
    window: 'P1D'
    operator: 'GreaterThan'
    threshold: 0
    enabled: true
    dimensions: [
      {
        name: 'nip'
        operator: 'Include'
        values: ['*']
      }
      {
        name: 'stage'
        operator: 'Include'
        values: ['*']
      }
    ]
  }
  {
    name: 'ksef-silence'
    description: 'No file reached its end for a whole day.'
    severity: 2
    // At a weekend the query brings a row of its own, so that it is no silence.
    query: 'union (AppMetrics | where Name == "ksef.files" | project TimeGenerated), (print TimeGenerated = now() | where dayofweek(now()) in (0d, 1d, 6d))'
    sumOf: ''
    window: 'P1D'
    operator: 'LessThan'
    threshold: 1
    enabled: alertOnSilence
    dimensions: []
  }
]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in alerts: {
  name: alert.name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: alert.name
    description: alert.description
    severity: alert.severity
    enabled: alert.enabled
    scopes: [workspaceId]
    evaluationFrequency: alert.window == 'P1D' ? 'PT1H' : 'PT15M'
    windowSize: alert.window
    criteria: {
      allOf: [
        {
          query: alert.query
          dimensions: alert.dimensions
          timeAggregation: empty(alert.sumOf) ? 'Count' : 'Total'
          metricMeasureColumn: empty(alert.sumOf) ? null : alert.sumOf
          operator: alert.operator
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: startsWith(alert.name, 'ksef-approval-') && tellsApprovers
        ? [actionGroupId, approversActionGroupId]
        : [actionGroupId]
    }
  }
}]
