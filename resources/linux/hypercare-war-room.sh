#!/bin/sh
# Starts the program. A headless command needs a display even where nobody looks at one, so where there is none
# this brings up a virtual one for as long as the command runs.
program="$(dirname "$(readlink -f "$0")")/hypercare-war-room.bin"

headless=
for word in "$@"; do
  if [ "$word" = headless ]; then headless=yes; fi
done

if [ -z "$headless" ] || [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then
  exec "$program" "$@"
fi

if ! command -v Xvfb > /dev/null; then
  echo '{"error":{"code":"no-display","message":"There is no display and no Xvfb to stand in for one. Type: sudo apt-get install xvfb","details":{}}}'
  exit 1
fi

number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp 3> "$number" 2> /dev/null &
server=$!
trap 'kill "$server" 2> /dev/null; rm -f "$number"' EXIT
trap 'exit 143' INT TERM

tries=0
while [ ! -s "$number" ] && [ "$tries" -lt 100 ]; do
  sleep 0.1
  tries=$((tries + 1))
done
DISPLAY=":$(cat "$number")" "$program" "$@"
