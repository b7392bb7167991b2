#!/bin/sh
# Remove the program for the present user. Company files, backups and settings stay where they are.
# 卸载稳账。公司文件、备份和设置都保留不动。
set -eu
share="${XDG_DATA_HOME:-$HOME/.local/share}"
program="$HOME/.local/opt/holdfast"
if [ -e "$program" ] && [ ! -x "$program/holdfast" ]; then
    echo "$program holds something else; nothing was removed" >&2
    exit 1
fi
# What runs from there would miss the modules that it has not loaded yet.
if [ -d "$program" ]; then
    there="$(cd "$program" && pwd -P)"
    for each in /proc/[0-9]*/exe; do
        if [ "$(readlink "$each" 2>/dev/null)" = "$there/holdfast" ]; then
            echo "Holdfast is running: close its window first. 稳账正在运行，请先关闭窗口。" >&2
            exit 1
        fi
    done
fi
rm -rf "$program"
command="$HOME/.local/bin/holdfast"
if [ "$(readlink "$command" || true)" = "$program/holdfast" ]; then rm "$command"; fi
rm -f "$share/applications/holdfast.desktop" "$share/mime/packages/holdfast.xml"
for size in 16x16 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable; do
    icons="$share/icons/hicolor/$size"
    rm -f "$icons/apps/holdfast.png" "$icons/apps/holdfast.svg"
    rm -f "$icons/mimetypes/holdfast-document.png" "$icons/mimetypes/holdfast-document.svg"
done
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications" || true; fi
