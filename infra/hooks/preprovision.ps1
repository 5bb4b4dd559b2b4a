# Stops before anything is created when the environment is not one of ours, or is production by accident.
$ErrorActionPreference = 'Stop'

if ($env:AZURE_ENV_NAME -cnotmatch '^(test|demo|prod|production)(-|$)') {
    throw "Name the azd environment test, demo or production, or begin its name with one of them and a hyphen; '$($env:AZURE_ENV_NAME)' is none."
}

if ($env:AZURE_ENV_NAME -cmatch '^prod(uction)?(-|$)' -and $env:KSEF_ALLOW_PRODUCTION -ne 'true') {
    throw "'$($env:AZURE_ENV_NAME)' sends legal documents. Say so on purpose: azd env set KSEF_ALLOW_PRODUCTION true"
}
