//! What the deals share: where they stand, and who sees them.

use domain::bulk::DealSettings;
use domain::ids::Id;
use domain::records::Kind;
use domain::values::{Coded, Visibility};
use leptos::prelude::*;

use super::select::{Select, named};
use crate::i18n::{convert, fields};
use crate::views::leads::bulk::session::Session;

#[component]
pub fn DealFields() -> impl IntoView {
    let session = Session::use_session();
    let (live, settings) = (session.live, session.settings);
    let deal = move |read: fn(&DealSettings) -> String| {
        Signal::derive(move || settings.with(|settings| settings.deal.as_ref().map(read).unwrap_or_default()))
    };
    let change = move |change: &dyn Fn(&mut DealSettings)| settings.update(|settings| settings.deal.iter_mut().for_each(change));
    let pipeline = Memo::new(move |_| settings.with(|settings| settings.deal.as_ref().map(|deal| deal.pipeline)));
    let stages = Signal::derive(move || {
        live.track(&[Kind::Stage]);
        live.read(|set| pipeline.get().map(|pipeline| named(&set.stages(pipeline))).unwrap_or_default())
    });
    let pipelines = Signal::derive(move || {
        live.track(&[Kind::Pipeline]);
        live.read(|set| named(&set.pipelines()))
    });
    // R44: the first stage of a pipeline is preselected.
    let choose_pipeline = move |value: String| {
        let Ok(pipeline) = value.parse::<Id>() else { return };
        let first = live.read(|set| set.stages(pipeline)).first().map(|stage| stage.id);
        change(&|deal| {
            deal.pipeline = pipeline;
            deal.stage = first.unwrap_or(deal.stage);
        });
    };
    let choose_stage = move |value: String| {
        if let Ok(stage) = value.parse::<Id>() {
            change(&|deal| deal.stage = stage);
        }
    };
    let visibilities = Signal::derive(|| {
        Visibility::ALL.iter().map(|seen_by| (seen_by.code().to_string(), fields::visibility_name(*seen_by).to_owned())).collect()
    });
    let choose_visibility = move |value: String| {
        let code = value.parse().ok().and_then(Visibility::from_code);
        change(&|deal| deal.visibility = code);
    };
    let visibility = deal(|deal| deal.visibility.unwrap_or(Visibility::Everyone).code().to_string());
    view! {
        <div class="form-grid">
            <Select
                id="bulk-pipeline"
                label=fields::pipeline
                options=pipelines
                chosen=deal(|deal| deal.pipeline.to_string())
                choose=Callback::new(choose_pipeline)
            />
            <Select
                id="bulk-stage"
                label=fields::stage
                options=stages
                chosen=deal(|deal| deal.stage.to_string())
                choose=Callback::new(choose_stage)
            />
            <Select
                id="bulk-visibility"
                label=convert::who_sees
                class="col-6"
                options=visibilities
                chosen=visibility
                choose=Callback::new(choose_visibility)
            />
        </div>
    }
}
