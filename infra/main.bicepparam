using './main.bicep'

// The variables of the azd environment: docs/operations.md says what each of them means.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'polandcentral')
param allowProduction = bool(readEnvironmentVariable('KSEF_ALLOW_PRODUCTION', 'false'))
param mode = readEnvironmentVariable('KSEF_MODE', '')
param fixedEgress = bool(readEnvironmentVariable('KSEF_FIXED_EGRESS', 'false'))
param privateNetworking = bool(readEnvironmentVariable('KSEF_PRIVATE_NETWORKING', 'false'))
param archiveRetentionDays = int(readEnvironmentVariable('KSEF_ARCHIVE_RETENTION_DAYS', '0'))
param alertEmail = readEnvironmentVariable('KSEF_ALERT_EMAIL', '')
param approvalEmail = readEnvironmentVariable('KSEF_APPROVAL_EMAIL', '')
param dashboardClientId = readEnvironmentVariable('KSEF_DASHBOARD_CLIENT_ID', '')
param operatorsGroupId = readEnvironmentVariable('KSEF_OPERATORS_GROUP_ID', '')
param respondersGroupId = readEnvironmentVariable('KSEF_RESPONDERS_GROUP_ID', '')
param erpPrincipalId = readEnvironmentVariable('KSEF_ERP_PRINCIPAL_ID', '')
param erpPrincipals = readEnvironmentVariable('KSEF_ERP_PRINCIPALS', '')
param erpAddresses = readEnvironmentVariable('KSEF_ERP_ADDRESSES', '')
