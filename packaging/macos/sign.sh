#!/usr/bin/env bash
# Sign, pack, notarise and staple: packaging/macos/sign.sh Holdfast.app Holdfast.dmg ICON
#
# MACOS_IDENTITY       "Developer ID Application: …"; without it the bundle is signed for this machine only
# NOTARY_KEY, NOTARY_KEY_ID, NOTARY_ISSUER   an App Store Connect key (.p8); without them nothing is notarised
set -euo pipefail
app="$1" dmg="$2" icon="$3"
here="$(cd "$(dirname "$0")" && pwd)"
identity="${MACOS_IDENTITY:--}"
options=(--force --sign "$identity")
if [ "$identity" != "-" ]; then options+=(--options runtime --timestamp); fi

# From the inside out: every library, then the program, then the bundle around them.
find "$app/Contents" -type f \( -name "*.so" -o -name "*.dylib" \) -print0 |
    xargs -0 -n 50 codesign "${options[@]}"
find "$app/Contents" -type d -name "*.framework" -prune -print0 | while IFS= read -r -d "" framework; do
    codesign "${options[@]}" "$framework"
done
codesign "${options[@]}" --entitlements "$here/entitlements.plist" "$app/Contents/MacOS/Holdfast"
codesign "${options[@]}" --entitlements "$here/entitlements.plist" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

notarise() {
    xcrun notarytool submit "$1" --wait \
        --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER"
}

if [ -n "${NOTARY_KEY:-}" ]; then
    # The program is stapled before it is packed: copied out of the image it must pass without a network.
    ditto -c -k --keepParent "$app" "$app.zip"
    notarise "$app.zip"
    rm "$app.zip"
    xcrun stapler staple "$app"
fi
rm -f "$dmg"
HOLDFAST_APP="$app" HOLDFAST_ICON="$icon" python -m dmgbuild --settings "$here/dmg.py" "Holdfast" "$dmg"
if [ "$identity" != "-" ]; then codesign --force --sign "$identity" --timestamp "$dmg"; fi
if [ -n "${NOTARY_KEY:-}" ]; then
    notarise "$dmg"
    xcrun stapler staple "$dmg"
fi
