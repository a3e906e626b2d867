// The least that a window can do for a key press or a click: it writes one word.
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

// Not the user's own folder: nothing that is measured may leave traces there.
app.setPath('userData', process.env.BENCH_EMPTY_PROFILE)
app.whenReady().then(() => new BrowserWindow().loadFile(join(__dirname, 'index.html')))
