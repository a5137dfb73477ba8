; The installer for Windows (Inno Setup 6): for one user or, as administrator, for all; takes no file type away from another program.
; Version and Frozen (the folder that PyInstaller made) are given on the command line.

#define Window "ContractCalculator.exe"

[Setup]
AppId={{0B0F5E57-4A6B-4E0E-9E0B-6C0C6A0B7D31}
AppName=契約料金計算
AppVersion={#Version}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\ContractCalculator
DefaultGroupName=契約料金計算
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
OutputBaseFilename=contract-calculator-{#Version}-setup
UninstallDisplayIcon={app}\{#Window}
WizardStyle=modern

[Languages]
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\契約料金計算"; Filename: "{app}\{#Window}"
Name: "{autodesktop}\契約料金計算"; Filename: "{app}\{#Window}"; Tasks: desktop

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Registry]
; Windows knows a file by what follows its last dot: the program is offered for .json beside others, and never made the first choice.
Root: HKA; Subkey: "Software\Classes\ContractCalculator.contract"; ValueType: string; ValueData: "契約ファイル"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ContractCalculator.contract\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Window},0"
Root: HKA; Subkey: "Software\Classes\ContractCalculator.contract\shell\open\command"; ValueType: string; ValueData: """{app}\{#Window}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "ContractCalculator.contract"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:LaunchProgram,契約料金計算}"; Flags: nowait postinstall skipifsilent
