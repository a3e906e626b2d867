/** Every worker of the end-to-end tests but the first has a screen of its own, where `scripts/e2e-setup.mjs` made one. */
const further = (process.env.WAR_ROOM_FURTHER_DISPLAYS ?? '').split(' ')
const display = further[Number(process.env.TEST_PARALLEL_INDEX ?? 0) - 1]
if (display) process.env.DISPLAY = display
