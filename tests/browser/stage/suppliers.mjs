/** Who answers what in the district, as its office decides it for a plan of its own. */
export const communes = ["plei-kan", "bo-y", "dak-ang", "dak-duc", "dak-kan", "dak-nong", "dak-xu", "sa-loong"];

const answers = {
  "1.1": ["phong-noi-vu"],
  "2.1": ["phong-ldtbxh"],
  "2.2": ["phong-ldtbxh"],
  "2.3": ["phong-tckh"],
  "3.2a": communes,
  "3.2b": communes,
  "3.3": ["phong-ldtbxh"],
  "4.1": ["phong-y-te"],
  "4.2": ["phong-y-te"],
  "4.3": ["phong-y-te"],
  "5.1": ["phong-gddt"],
  "5.2a": ["phong-gddt"],
  "5.2b": ["phong-gddt"],
  "5.3": ["phong-gddt"],
  "5.4": ["phong-noi-vu"],
  "6.1": communes,
  "6.2": communes,
  "6.3": communes,
  "6.4": ["trung-tam-vhttdltt"],
};

export const suppliersOf = (measure) => answers[measure] ?? [];
export const noSource = "Không có nguồn số liệu cấp huyện";
