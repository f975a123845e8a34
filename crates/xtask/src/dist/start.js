// Starts the app. Where that fails, the page says so instead of staying empty.
import init from "./kontor.js";

init().catch((error) => {
  console.error(error);
  const notice = document.getElementById("start-failed");
  if (notice) {
    notice.hidden = false;
  }
});
