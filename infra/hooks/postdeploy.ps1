# Subscribes the app to the inbox. The key that the subscription needs exists only once the deployed host has loaded the blob
# extension, and the address of a subscription cannot be changed: each deployment makes a new one and then removes the old ones.
# In between both deliver; the app takes a second event about the same blob as the first.
$ErrorActionPreference = 'Stop'

$new = 'inbox-' + [DateTime]::UtcNow.ToString('yyyyMMddHHmmss')
$topic = @(
    '--subscription', $env:AZURE_SUBSCRIPTION_ID
    '--resource-group', $env:AZURE_RESOURCE_GROUP
    '--system-topic-name', $env:EVENT_TOPIC_NAME
)

for ($attempt = 1; ; $attempt++) {
    az deployment group create `
        --subscription $env:AZURE_SUBSCRIPTION_ID `
        --resource-group $env:AZURE_RESOURCE_GROUP `
        --name $new `
        --template-file "$PSScriptRoot/../events.bicep" `
        --parameters `
            functionAppName=$env:FUNCTION_APP_NAME `
            systemTopicName=$env:EVENT_TOPIC_NAME `
            invoiceStorageName=$env:INVOICE_STORAGE_NAME `
            subscriptionName=$new `
        --only-show-errors --output none
    if ($LASTEXITCODE -eq 0) { break }
    if ($attempt -ge 6) {
        throw 'The subscription to the inbox could not be made; the earlier one, if any, still stands. Run: azd hooks run postdeploy'
    }

    Write-Host "The host may still be starting. Attempt $($attempt + 1) of 6 in 30 seconds."
    Start-Sleep -Seconds 30
}

$subscriptions = az eventgrid system-topic event-subscription list @topic --query "[?starts_with(name, 'inbox-')].name" --output tsv
if ($LASTEXITCODE -ne 0) { throw 'The subscriptions could not be listed.' }
foreach ($old in $subscriptions | Where-Object { $_ -ne $new }) {
    az eventgrid system-topic event-subscription delete @topic --name $old --yes --output none
    if ($LASTEXITCODE -ne 0) { throw "The subscription $old could not be removed." }
}
