# Has Word or WPS save one file as .docx: no window, no macro, no link followed, no password asked for.
param(
    [Parameter(Mandatory = $true)][string]$Program,
    [Parameter(Mandatory = $true)][string]$Source,
    [Parameter(Mandatory = $true)][string]$Target,
    [Parameter(Mandatory = $true)][string]$Left
)
$ErrorActionPreference = 'Stop'

# Windows starts the program by itself, not below this script: who is new among its processes is the one to be ended
# should this script be stopped half-way.
$names = @('WINWORD', 'wps')
$before = @(Get-Process -Name $names -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$word = New-Object -ComObject $Program
Get-Process -Name $names -ErrorAction SilentlyContinue |
    Where-Object { $before -notcontains $_.Id } |
    Select-Object -First 1 |
    ForEach-Object { Set-Content -LiteralPath $Left -Value $_.Id -Encoding ascii }
try {
    $word.Visible = $false
    $word.DisplayAlerts = 0                   # wdAlertsNone
    $word.AutomationSecurity = 3              # msoAutomationSecurityForceDisable
    try { $word.Options.UpdateLinksAtOpen = $false } catch { }
    # Open(FileName, ConfirmConversions, ReadOnly, AddToRecentFiles, PasswordDocument): a wrong password fails at
    # once, where an empty one would ask.
    $document = $word.Documents.Open($Source, $false, $true, $false, '-')
    try {
        $document.SaveAs2($Target, 12)        # wdFormatXMLDocument
    }
    finally {
        $document.Close(0)                    # wdDoNotSaveChanges
    }
}
finally {
    $word.Quit(0)
    Remove-Item -LiteralPath $Left -ErrorAction SilentlyContinue
}
