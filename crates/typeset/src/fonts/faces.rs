//! The files in `public/fonts`, as `manifest.toml` there lists them.
//!
//! A face's number is its place here. Finished pages name faces by number, so
//! that new ones come last.

use super::Described;

macro_rules! faces {
    ($($file:literal $family:literal $weight:literal $italic:literal $edition:literal)*) => {
        pub(super) const FACES: &[Described] = &[$(Described {
            file: $file,
            family: $family,
            weight: $weight,
            italic: $italic,
            edition: $edition,
        }),*];

        /// The files as they were when this program was compiled.
        #[cfg(feature = "embedded")]
        pub(super) const FILES: &[&[u8]] =
            &[$(include_bytes!(concat!("../../../../public/fonts/", $file))),*];
    };
}

// File, family, weight, italic, and the edition: see `Face::edition`.
#[rustfmt::skip]
faces! {
    "inter-regular.ttf" "Inter" 400 false 0x05f3_40b2_50d5_ec86
    "inter-italic.ttf" "Inter" 400 true 0xfcf6_8597_ebfd_bf2e
    "inter-semibold.ttf" "Inter" 600 false 0x73e4_e1dd_f605_9083
    "inter-semibolditalic.ttf" "Inter" 600 true 0xa2db_03d5_24e7_34ec
    "source-serif-display.ttf" "Source Serif Display" 520 false 0x3325_4851_b836_f503
    "source-serif-4-regular.ttf" "Source Serif 4" 400 false 0xc0eb_3847_ef7f_6050
    "source-serif-4-italic.ttf" "Source Serif 4" 400 true 0xddfe_1a95_7204_9533
    "source-serif-4-semibold.ttf" "Source Serif 4" 600 false 0x2288_974a_537d_976f
    "source-serif-4-semibold-italic.ttf" "Source Serif 4" 600 true 0xab03_e14b_7b50_6e49
    "source-sans-3-regular.ttf" "Source Sans 3" 400 false 0x85c0_ca20_2de6_0873
    "source-sans-3-italic.ttf" "Source Sans 3" 400 true 0xf82d_7767_f489_4fa0
    "source-sans-3-semibold.ttf" "Source Sans 3" 600 false 0xd2fa_4ae2_0a38_17bd
    "source-sans-3-semibold-italic.ttf" "Source Sans 3" 600 true 0x6ca0_4a7c_50ee_b61f
    "ibm-plex-sans-regular.ttf" "IBM Plex Sans" 400 false 0xece1_1996_2cee_8d2a
    "ibm-plex-sans-italic.ttf" "IBM Plex Sans" 400 true 0x00da_6a00_7de0_05c6
    "ibm-plex-sans-semibold.ttf" "IBM Plex Sans" 600 false 0x0f31_f32c_c936_80ee
    "ibm-plex-sans-semibold-italic.ttf" "IBM Plex Sans" 600 true 0x6660_cb83_7a95_3dfa
    "ibm-plex-serif-regular.ttf" "IBM Plex Serif" 400 false 0xb3fe_c7d1_fa09_f469
    "ibm-plex-serif-italic.ttf" "IBM Plex Serif" 400 true 0x7246_e2c7_0e97_1b7c
    "ibm-plex-serif-semibold.ttf" "IBM Plex Serif" 600 false 0xd130_afbf_2165_5e79
    "ibm-plex-serif-semibold-italic.ttf" "IBM Plex Serif" 600 true 0x42d6_4a7b_1d8f_b49f
    "eb-garamond-regular.ttf" "EB Garamond" 400 false 0x9d9a_58bb_b791_6486
    "eb-garamond-italic.ttf" "EB Garamond" 400 true 0x1bcd_bd6c_b3f3_2534
    "eb-garamond-semibold.ttf" "EB Garamond" 600 false 0xc832_76e7_bb57_27d7
    "eb-garamond-semibold-italic.ttf" "EB Garamond" 600 true 0xe64e_a2aa_ddd7_5207
    "libertinus-serif-regular.ttf" "Libertinus Serif" 400 false 0x5a37_e495_4a57_3981
    "libertinus-serif-italic.ttf" "Libertinus Serif" 400 true 0x1686_ebc8_1fb9_0cb3
    "libertinus-serif-semibold.ttf" "Libertinus Serif" 600 false 0xa052_183f_3356_f344
    "libertinus-serif-semibold-italic.ttf" "Libertinus Serif" 600 true 0xc965_6ba3_4eca_633a
    "fira-sans-regular.ttf" "Fira Sans" 400 false 0xd7c6_b8c7_3eb3_12f2
    "fira-sans-italic.ttf" "Fira Sans" 400 true 0x84d5_dddf_b2e7_5b22
    "fira-sans-semibold.ttf" "Fira Sans" 600 false 0xe336_67e2_a776_aee8
    "fira-sans-semibold-italic.ttf" "Fira Sans" 600 true 0xf7c0_ea19_53ff_31f4
    "lato-regular.ttf" "Lato" 400 false 0x103e_01cf_93bb_64e2
    "lato-italic.ttf" "Lato" 400 true 0x6fe3_9dc1_0e5f_90d5
    "lato-semibold.ttf" "Lato" 600 false 0xf824_17e9_6b3e_2156
    "lato-semibold-italic.ttf" "Lato" 600 true 0x55c1_2de4_963d_bc82
    "work-sans-regular.ttf" "Work Sans" 400 false 0x5121_c5af_4fea_53c4
    "work-sans-italic.ttf" "Work Sans" 400 true 0xed5d_8be1_e8ba_72e0
    "work-sans-semibold.ttf" "Work Sans" 600 false 0x6c2f_d2f3_f344_9842
    "work-sans-semibold-italic.ttf" "Work Sans" 600 true 0x31bb_2048_42fa_4e96
    "spectral-regular.ttf" "Spectral" 400 false 0x400d_faa0_b567_0d06
    "spectral-italic.ttf" "Spectral" 400 true 0x975c_422b_99c1_ac90
    "spectral-semibold.ttf" "Spectral" 600 false 0xd117_6da8_4db3_3c3f
    "spectral-semibold-italic.ttf" "Spectral" 600 true 0x4a97_3fdf_0642_faf0
    "noto-sans-regular.ttf" "Noto Sans" 400 false 0xb51f_70d4_f35b_86b6
    "noto-sans-semibold.ttf" "Noto Sans" 600 false 0x731b_2cd7_b8b9_3f10
    "noto-sans-arabic-regular.ttf" "Noto Sans Arabic" 400 false 0x2a24_f0c6_865d_75a9
    "noto-sans-arabic-semibold.ttf" "Noto Sans Arabic" 600 false 0xae08_cdfa_e5fe_62ef
    "noto-sans-hebrew-regular.ttf" "Noto Sans Hebrew" 400 false 0x2faa_5124_5930_1428
    "noto-sans-hebrew-semibold.ttf" "Noto Sans Hebrew" 600 false 0xac1c_2d8b_88a0_2a4e
    "noto-sans-sc-regular.ttf" "Noto Sans SC" 400 false 0x5004_8a2a_32a1_8b81
    "noto-sans-tc-regular.ttf" "Noto Sans TC" 400 false 0x05d2_8a2e_5a61_8ba4
    "noto-sans-jp-regular.ttf" "Noto Sans JP" 400 false 0xca2d_77ca_fabb_9a2c
    "noto-sans-kr-regular.ttf" "Noto Sans KR" 400 false 0x3a3f_8794_e18f_7298
    "noto-emoji-regular.ttf" "Noto Emoji" 400 false 0x84ab_e58a_2456_2701
}
