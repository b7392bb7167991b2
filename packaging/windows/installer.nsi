; Windows installer: for the user alone, without administrator rights. Compiled by packaging/build.py:
;   makensis -INPUTCHARSET UTF8 -DVERSION=0.1.0 -DVERSION4=0.1.0.0 -DKIB=345000
;     -DSTAGE=folder -DICONS=folder -DOUT=Holdfast-setup.exe installer.nsi
; Only the program's own files are written and removed. Company files, backups and settings are never touched.

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Holdfast"
!define CLASSES "Software\Classes"
!define KIND "Holdfast.Company"

Name "Holdfast 稳账"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Holdfast"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "Holdfast 稳账 ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

VIProductVersion "${VERSION4}"
VIAddVersionKey /LANG=0 "ProductName" "Holdfast 稳账"
VIAddVersionKey /LANG=0 "FileDescription" "Holdfast 稳账 Setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"

!define MUI_ICON "${ICONS}\holdfast.ico"
!define MUI_UNICON "${ICONS}\holdfast.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Holdfast.exe"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; Windows' own language chooses; where it is neither, the first is taken.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString OLD_WINDOWS ${LANG_SIMPCHINESE} "稳账需要 64 位的 Windows 10（1809）或更新的版本。"
LangString OLD_WINDOWS ${LANG_ENGLISH} "Holdfast needs a 64-bit Windows 10 (1809) or newer."
LangString STILL_OPEN ${LANG_SIMPCHINESE} "稳账正在运行。请先关闭它的窗口，再点“重试”。"
LangString STILL_OPEN ${LANG_ENGLISH} "Holdfast is running. Close its window, then choose Retry."
LangString NOT_OURS ${LANG_SIMPCHINESE} "这个文件夹里已有名为 _internal 的其他内容。请换一个文件夹。"
LangString NOT_OURS ${LANG_ENGLISH} "This folder already holds something else named _internal. Choose another folder."
LangString FILE_KIND ${LANG_SIMPCHINESE} "稳账公司文件"
LangString FILE_KIND ${LANG_ENGLISH} "Holdfast company file"
LangString ABOUT ${LANG_SIMPCHINESE} "赊销信用与应收管理"
LangString ABOUT ${LANG_ENGLISH} "Trade credit and receivables"

; A running program holds its own file; whoever may write to it may also replace it.
!macro NOTE_IF_HELD NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}" a
    ${If} ${Errors}
      StrCpy $1 "${NAME}"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!macro WAIT_UNTIL_CLOSED UN
Function ${UN}WaitUntilClosed
  ${Do}
    StrCpy $1 ""
    !insertmacro NOTE_IF_HELD "Holdfast.exe"
    !insertmacro NOTE_IF_HELD "holdfast-cli.exe"
    ${If} $1 == ""
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY +3
    SetErrorLevel 2
    Abort
  ${Loop}
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; What the program consists of, by name: a folder that the user chose may hold files of theirs.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\Holdfast.exe"
  Delete "$INSTDIR\holdfast-cli.exe"
  Delete "$INSTDIR\holdfast.ico"
  Delete "$INSTDIR\holdfast-document.ico"
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763 ; Windows 10 1809
    MessageBox MB_OK|MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
FunctionEnd

Section
  Call WaitUntilClosed
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\Holdfast.exe"
  ${AndIf} $0 != $INSTDIR ; else it was broken off there, or the program is in quarantine
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_OURS)" /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  SetOverwrite on
  !insertmacro REMOVE_PROGRAM ; an older version may have files that this one has not
  SetOutPath "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR" ; what is broken off from here is known as ours
  File /r "${STAGE}\*.*"
  File "${ICONS}\holdfast.ico"
  File "${ICONS}\holdfast-document.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\Holdfast 稳账.lnk" "$INSTDIR\Holdfast.exe" "" "$INSTDIR\holdfast.ico" 0 "" "" "$(ABOUT)"

  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "$(FILE_KIND)"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\holdfast-document.ico"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\Holdfast.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.holdfast" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.holdfast\OpenWithProgids" "${KIND}" ""
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Holdfast 稳账"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\holdfast.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Holdfast"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KIB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nothing else lies in it
  Delete "$SMPROGRAMS\Holdfast 稳账.lnk"

  ReadRegStr $0 HKCU "${CLASSES}\.holdfast" ""
  ${If} $0 == "${KIND}" ; unless the user gave the files to another program
    DeleteRegValue HKCU "${CLASSES}\.holdfast" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.holdfast\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.holdfast\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.holdfast"
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
