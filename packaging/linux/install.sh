#!/bin/sh
# Install Holdfast for the present user: program, menu entry, file type. No administrator rights are needed.
# 为当前用户安装稳账：程序、菜单项、文件类型，不需要管理员权限。
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
program="$HOME/.local/opt/holdfast"
case "$here" in "$program" | "$program"/*) echo "$program: already installed; unpack a new version elsewhere" >&2; exit 1 ;; esac

if [ -e "$program" ] && [ ! -x "$program/holdfast" ]; then
    echo "$program holds something else; nothing was changed" >&2
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
mkdir -p "$HOME/.local/opt" "$HOME/.local/bin" "$share/applications" "$share/mime/packages"
rm -rf "$program.new"
cp -R "$here" "$program.new"
rm -rf "$program" # an older version; company files, backups and settings lie elsewhere
mv "$program.new" "$program"
command="$HOME/.local/bin/holdfast"
if [ -L "$command" ] || [ ! -e "$command" ]; then
    ln -sf "$program/holdfast" "$command"
else
    echo "$command is something else and was left as it is" >&2
fi

sed "s|^Exec=holdfast|Exec=\"$program/holdfast\"|" "$here/share/holdfast.desktop" > "$share/applications/holdfast.desktop"
cp "$here/share/holdfast-mime.xml" "$share/mime/packages/holdfast.xml"
for size in 16 24 32 48 64 128 256 512; do
    icons="$share/icons/hicolor/${size}x${size}"
    mkdir -p "$icons/apps" "$icons/mimetypes"
    cp "$here/share/icons/holdfast-$size.png" "$icons/apps/holdfast.png"
    cp "$here/share/icons/holdfast-document-$size.png" "$icons/mimetypes/holdfast-document.png"
done
mkdir -p "$share/icons/hicolor/scalable/apps" "$share/icons/hicolor/scalable/mimetypes"
cp "$here/share/icons/holdfast.svg" "$share/icons/hicolor/scalable/apps/holdfast.svg"
cp "$here/share/icons/holdfast-document.svg" "$share/icons/hicolor/scalable/mimetypes/holdfast-document.svg"

# A desktop without these tools finds out by itself, or at the next login.
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications" || true; fi
echo "Holdfast 稳账: $program"
