const LONGEST = 1600;
const QUALITY = 0.85;
const smaller = async (file) => {
const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
const canvas = document.createElement("canvas");
canvas.width = Math.round(picture.width * scale);
canvas.height = Math.round(picture.height * scale);
const paper = canvas.getContext("2d");
paper.fillStyle = "#fff";
paper.fillRect(0, 0, canvas.width, canvas.height);
paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
picture.close();
const bytes = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
return new File([bytes], "photo.jpg", { type: "image/jpeg" });
};
const preview = (input) => {
const place = input.closest("form")?.querySelector("[data-previews]");
if (!place) return;
const chosen = [...input.form.querySelectorAll("input[type=file]")].flatMap((one) => [...one.files]);
const pictures = chosen.map((file) => {
const picture = new Image();
picture.alt = "";
picture.src = URL.createObjectURL(file);
return picture;
});
if (pictures.length) place.replaceChildren(...pictures);
};
for (const input of document.querySelectorAll("input[type=file][data-shrink]")) {
const told = document.createElement("p");
told.className = "small soft";
told.setAttribute("role", "status");
input.after(told);
if (input.closest(".lens")) input.classList.add("sr");
let working = null;
const shrink = async () => {
const chosen = [...input.files];
const basket = new DataTransfer();
for (const [place, file] of chosen.entries()) {
told.textContent = input.dataset.working
.replace("{number}", place + 1)
.replace("{all}", chosen.length);
basket.items.add(await smaller(file).catch(() => file));
}
input.files = basket.files;
told.textContent = chosen.length ? input.dataset.ready : "";
preview(input);
};
input.addEventListener("change", () => (working = shrink().finally(() => (working = null))));
input.form?.addEventListener(
"submit",
(event) => {
if (!working) return;
event.preventDefault();
event.stopImmediatePropagation();
working.then(() => setTimeout(() => input.form.requestSubmit(event.submitter)));
},
true,
);
}
