@echo off
rem Runs EmrSec from a clone; emrsec.ps1 builds it where needed.
setlocal
chcp 65001 >nul
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0emrsec.ps1" %*
exit /b %errorlevel%
