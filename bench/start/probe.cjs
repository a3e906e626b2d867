// Loaded into Electron's main process before the program that is measured (`electron -r probe.cjs …`), the same for
// the product and for the floor. Prints the milliseconds from the creation of the process until a frame with what
// BENCH_SELECTOR names has been painted, and ends the program.
const { app } = require('electron')

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-navigate', async () => {
    const paintedAt = await contents.mainFrame.executeJavaScript(
      `(${whenPainted})(${JSON.stringify(process.env.BENCH_SELECTOR)})`,
    )
    process.stdout.write(`started ${paintedAt - process.getCreationTime()}\n`)
    app.exit(0)
  })
})

/** Runs in the page. */
function whenPainted(selector) {
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector(selector)
      if (!found?.textContent.trim() || found.getClientRects().length === 0) {
        requestAnimationFrame(look)
        return
      }
      // A message that is sent in a frame arrives after the frame has been painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
      port2.postMessage(undefined)
    }
    requestAnimationFrame(look)
  })
}
