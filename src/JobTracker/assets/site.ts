// What every page needs. Pages work without it: it saves reloads, closes menus, answers keys and shows messages.
import "./scripts/htmx-setup";
import { sendOnce } from "./scripts/busy";
import { copyTexts } from "./scripts/copy";
import { equipEditors } from "./scripts/editor";
import { weighFiles } from "./scripts/files";
import { showFlashes } from "./scripts/flash";
import { closeMenusElsewhere } from "./scripts/menus";
import { openPalette } from "./scripts/palette";
import { countSelected } from "./scripts/selection";
import { answerKeys } from "./scripts/shortcuts";
import { switchThemeAtOnce } from "./scripts/theme";
import { printPages, runTimers } from "./scripts/timers";
import { fillTimeZones, showLocalTimes } from "./scripts/times";

showFlashes();
closeMenusElsewhere();
countSelected();
openPalette();
answerKeys();
switchThemeAtOnce();
showLocalTimes();
fillTimeZones();
copyTexts();
equipEditors();
weighFiles();
sendOnce();
runTimers();
printPages();
